"""Settings of the bot: the token, who administers it, its limits. `.env.example` explains each one.

The token is a secret: it is never in a message, a log line or a `repr`.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import words

_TOKEN = re.compile(r"\d{5,20}:[A-Za-z0-9_-]{30,64}")
"""The shape @BotFather gives: the bot's number, a colon, 35 characters."""


_NO_ADMIN = "no administrator"
_NO_ADDRESS = "no address"
_BAD_SECRET = "bad secret"  # noqa: S105 - the name of a complaint
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_NO_PROXY = "no proxy"
_NO_PLACE = "no place"
_PLACE = re.compile(r"unix:.+|(?:.*:)?\d{1,5}")


class BotSettingsError(Exception):
    """A setting is wrong; the message is for the operator, names the fix and never holds the token."""


class BotSettings(BaseSettings):
    """Every setting of `bot`, immutable; field names are the variables' names in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_bot_token: SecretStr | None = None
    admin_ids: Annotated[tuple[int, ...], NoDecode] = ()
    access: Literal["open", "closed"] | None = None
    max_question_chars: int = Field(default=1000, ge=50, le=4096)
    messages_per_minute: int = Field(default=30, ge=0, le=1000)
    telegram_api_url: str = "https://api.telegram.org"
    telegram_file_url: str | None = None
    telegram_local_mode: bool = False
    telegram_proxy: SecretStr | None = None
    messages_per_second: int = Field(default=30, ge=0, le=1000)
    webhook_url: str | None = None
    webhook_listen: str = "127.0.0.1:8443"
    webhook_secret: SecretStr | None = None
    history_turns: int = Field(default=5, ge=0, le=20)
    keep_questions_days: int = Field(default=180, ge=1, le=3650)
    keep_quizzes_days: int = Field(default=30, ge=1, le=30)
    keep_uploads_days: int = Field(default=7, ge=1, le=7)
    keep_reminders_days: int = Field(default=30, ge=1, le=30)
    keep_statistics_days: int = Field(default=3650, ge=30, le=3650)
    metrics_port: int | None = Field(default=None, ge=1, le=65535)
    metrics_host: str = "127.0.0.1"
    log_format: Literal["text", "json"] = "text"
    web_url: str | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=1, le=65535)
    web_access: Literal["open", "code"] | None = None

    @field_validator("telegram_bot_token")
    @classmethod
    def _shaped_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("not a token")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("access")
    @classmethod
    def _closed_needs_somebody_to_open(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value == "closed" and not info.data.get("admin_ids"):
            raise ValueError(_NO_ADMIN)
        return value

    @field_validator("telegram_api_url", "telegram_file_url", "webhook_url", "web_url")
    @classmethod
    def _an_address(cls, value: str | None, info: ValidationInfo) -> str | None:
        parts = urlsplit(value or "")
        if value is not None and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError(_NO_ADDRESS)
        return value.rstrip("/") if value and info.field_name != "webhook_url" else value

    @field_validator("webhook_secret")
    @classmethod
    def _of_allowed_characters(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError(_BAD_SECRET)
        return value

    @field_validator("telegram_proxy")
    @classmethod
    def _a_proxy(cls, value: SecretStr | None) -> SecretStr | None:
        parts = urlsplit(value.get_secret_value() if value else "")
        if value is not None and (parts.scheme not in ("http", "https", "socks5", "socks5h") or not parts.hostname):
            raise ValueError(_NO_PROXY)
        return value

    @field_validator("webhook_listen")
    @classmethod
    def _a_place(cls, value: str) -> str:
        if not _PLACE.fullmatch(value):
            raise ValueError(_NO_PLACE)
        return value

    @property
    def proxy(self) -> str | None:
        """The proxy on the way to Telegram; its address may hold a password."""
        return self.telegram_proxy.get_secret_value() if self.telegram_proxy else None

    @property
    def file_url(self) -> str:
        """Where files are downloaded from, up to the token."""
        return f"{self.telegram_file_url or self.telegram_api_url}/file/bot"

    @property
    def closed(self) -> bool:
        """Whether only chats that an administrator let in are served: by default once there is an administrator."""
        return self.access == "closed" or (self.access is None and bool(self.admin_ids))

    @property
    def web_by_code(self) -> bool:
        """Whether the reading room asks for a code: when it is set so, and always while the bot is closed."""
        return self.closed or self.web_access == "code"

    @property
    def token(self) -> str | None:
        """The token itself, for the one place that hands it to Telegram's library."""
        return self.telegram_bot_token.get_secret_value() if self.telegram_bot_token else None


def load_settings(**overrides: object) -> BotSettings:
    """Read the environment and `.env`. Raises BotSettingsError naming each wrong variable and the fix."""
    try:
        return BotSettings(**overrides)  # type: ignore[arg-type] # checked by pydantic
    except ValidationError as error:
        complaints = {str(part["loc"][0]): str(part["msg"]) for part in error.errors(include_input=False)}
        raise BotSettingsError("\n".join(_complaint(*item) for item in complaints.items())) from None
    except UnicodeDecodeError:
        raise BotSettingsError(words.ENV_ENCODING) from None
    except OSError as error:
        raise BotSettingsError(words.ENV_UNREADABLE.format(reason=error.strerror)) from None


def _complaint(name: str, reason: str) -> str:
    if name == "telegram_bot_token":
        return words.KEY_MALFORMED
    if _NO_ADMIN in reason:
        return words.CLOSED_NEEDS_ADMIN
    shapes = {_NO_ADDRESS: words.ADDRESS_SHAPE, _BAD_SECRET: words.SECRET_SHAPE, _NO_PROXY: words.PROXY_SHAPE,
              _NO_PLACE: words.PLACE_SHAPE}  # fmt: skip
    known = next((said for shape, said in shapes.items() if shape in reason), None)
    reason = words.ADMIN_IDS_SHAPE if name == "admin_ids" else known or f"{reason}."
    return words.BAD_SETTING.format(name=name.upper(), reason=reason)
