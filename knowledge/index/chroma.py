"""Where Chroma's collections are: in a folder of this process's own, or on a server that every process asks."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from knowledge.errors import DataUnwritable
from knowledge.settings import Settings

SECONDS = 5.0
"""What a server may take for a call; Chroma's own client waits for ever."""
_BUILD_SECONDS = 120.0
_PREFIX = "so-tay-"


class ServerAway(Exception):
    """The server does not answer, or refuses; `str(error)` says which, without a token."""


@dataclass(frozen=True, slots=True)
class ChromaServer:
    """url: scheme, host, port; token: sent as a bearer; ca: a file of certificates to trust; owner: names whose
    collections are ours, so that several catalogs may share a server."""

    url: str
    token: str | None
    ca: Path | None
    owner: str

    def collection(self, generation: str) -> str:
        """Return the name of a generation's collection."""
        return f"{_PREFIX}{self.owner}-{hashlib.sha256(generation.encode()).hexdigest()[:16]}"

    def client(self, seconds: float = SECONDS) -> Any:
        """Connect. Raises ServerAway."""
        import chromadb
        from chromadb.config import Settings as ChromaSettings

        self.look()
        parts = urlsplit(self.url)
        secure = parts.scheme == "https"
        ours = ChromaSettings(anonymized_telemetry=False)
        if secure and self.ca:
            ours.chroma_server_ssl_verify = str(self.ca)
        try:
            client: Any = chromadb.HttpClient(
                host=str(parts.hostname),
                port=parts.port or (443 if secure else 8000),
                ssl=secure,
                headers=self._headers(),
                settings=ours,
            )
            client._server._session.timeout = seconds
        except Exception as error:  # Chroma raises many kinds
            raise ServerAway(type(error).__name__) from error
        return client

    def look(self) -> None:
        """Ask whether it lives and knows us. Raises ServerAway."""
        import ssl

        import httpx

        trusted = ssl.create_default_context(cafile=self.ca) if self.ca else True
        try:
            for path in ("heartbeat", "auth/identity"):
                answer = httpx.get(
                    f"{self.url}/api/v2/{path}", headers=self._headers(), timeout=SECONDS, verify=trusted
                )
                if answer.status_code >= 400:
                    raise ServerAway(f"HTTP {answer.status_code}")
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise ServerAway(type(error).__name__) from error

    def put(self, generation: str, fill: Any) -> None:
        """Have `fill(client, name)` write a generation's collection. Raises DataUnwritable."""
        try:
            fill(self.client(_BUILD_SECONDS), self.collection(generation))
        except Exception as error:  # Chroma raises many kinds
            reason = str(error) if isinstance(error, ServerAway) else type(error).__name__
            raise DataUnwritable(f"the Chroma server at {self.url} takes nothing ({reason}); see CHROMA_URL") from error

    def remove_others(self, keep: set[str]) -> None:
        """Delete our collections but those of these generations; a server that is away keeps them for now."""
        kept = {self.collection(generation) for generation in keep}
        try:
            client = self.client()
            for held in client.list_collections():
                if held.name.startswith(f"{_PREFIX}{self.owner}-") and held.name not in kept:
                    client.delete_collection(held.name)
        except Exception:  # noqa: S110 - Chroma raises many kinds, and nothing depends on it
            pass

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


def server_of(settings: Settings) -> ChromaServer | None:
    """Return the server that CHROMA_URL names."""
    if settings.chroma_url is None:
        return None
    whose = settings.database_url or str(settings.data_dir)
    token = settings.chroma_token.get_secret_value() if settings.chroma_token else None
    owner = hashlib.sha256(whose.encode()).hexdigest()[:12]
    return ChromaServer(settings.chroma_url.rstrip("/"), token, settings.chroma_ca, owner)


def folder_client(folder: Path) -> Any:
    """Open a folder; only one that `generations` has checked and copied."""
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    return chromadb.PersistentClient(str(folder), settings=ChromaSettings(anonymized_telemetry=False))
