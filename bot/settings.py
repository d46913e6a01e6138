"""Settings of the bot: the token, who administers it, its limits. `.env.example` explains each one.

The token is a secret: it is never in a message, a log line or a `repr`.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot import words
from knowledge.patterns import later

_SHAPES = {
    # What @BotFather gives: the bot's number, a colon, 35 characters.
    "telegram_bot_token": (later(r"\d{5,20}:[A-Za-z0-9_-]{30,64}"), words.KEY_MALFORMED),
    "telegram_proxy": (later(r"(?i)(?:https?|socks5h?)://[^\s/?#:]\S*"), words.PROXY_SHAPE),
    "webhook_listen": (later(r"unix:.+|(?:.*:)?\d{1,5}"), words.PLACE_SHAPE),
    "webhook_secret": (later(r"[A-Za-z0-9_-]{1,256}"), words.SECRET_SHAPE),
}
_ADDRESS = later(r"(?i)https?://[^\s/?#:]\S*"), words.ADDRESS_SHAPE


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

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _comma_separated(cls, value: object) -> object:
        return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value

    @field_validator("access")
    @classmethod
    def _closed_needs_somebody_to_open(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value == "closed" and not info.data.get("admin_ids"):
            raise ValueError(words.CLOSED_NEEDS_ADMIN)
        return value

    @field_validator(*_SHAPES, "telegram_api_url", "telegram_file_url", "webhook_url", "web_url")
    @classmethod
    def _well_shaped(cls, value: Any, info: ValidationInfo) -> Any:
        shape, complaint = _SHAPES.get(info.field_name or "", _ADDRESS)
        said = value.get_secret_value() if isinstance(value, SecretStr) else value
        if said is not None and not shape.fullmatch(said):
            raise ValueError(complaint)
        return value.rstrip("/") if isinstance(value, str) and info.field_name != "webhook_url" else value

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
    own = reason.removeprefix("Value error, ")
    if own in (words.KEY_MALFORMED, words.CLOSED_NEEDS_ADMIN):
        return own
    told = words.ADMIN_IDS_SHAPE if name == "admin_ids" else own if own != reason else f"{reason}."
    return words.BAD_SETTING.format(name=name.upper(), reason=told)
