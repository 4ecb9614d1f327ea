"""Settings, from the environment or `.env`: prefix `JIAYOU_`, nested by `__` (`JIAYOU_REDIS__URL`)."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Redis(BaseModel):
    """The store. Without a URL, `jiayou up` starts an embedded one in the data folder."""

    url: str | None = None


class LLM(BaseModel):
    """An OpenAI-compatible model server. Without a base URL, `jiayou up` starts the embedded one."""

    base_url: str | None = None
    api_key: SecretStr = SecretStr("none")
    model: str | None = None
    timeout_s: float = 20.0
    daily_tokens: int = 40_000
    """Token budget of one person a day."""
    languages: str = "en,zh"
    """Languages the model is fit for, comma separated (the embedded one: en)."""

    @property
    def fit_languages(self) -> frozenset[str]:
        return frozenset(part.strip() for part in self.languages.split(",") if part.strip())


class Telegram(BaseModel):
    token: SecretStr | None = None
    api_url: str = "https://api.telegram.org"
    """Base of the Bot API, without `/bot`; files are under `/file`."""
    webhook_url: str | None = None
    """Public https address Telegram shall call; unset: long polling."""
    webhook_secret: SecretStr | None = None
    webhook_host: str = "127.0.0.1"
    webhook_port: int = 8443


class Discord(BaseModel):
    token: SecretStr | None = None
    api_url: str = "https://discord.com/api/v10"
    gateway_url: str | None = None
    """`ws://` or `wss://`; unset: what the API says."""


class Web(BaseModel):
    host: str = "127.0.0.1"
    port: int = 8080
    secret: SecretStr | None = None
    """Sign-in secret, required when `host` is not a loopback address."""
    public_url: str | None = None
    """Address people use, for links and QR codes; unset: http://host:port."""


class Settings(BaseSettings):
    """All settings. Unknown variables with the prefix are ignored, wrong values are a clear error at start."""

    model_config = SettingsConfigDict(
        env_prefix="JIAYOU_", env_nested_delimiter="__", env_file=".env", extra="ignore", frozen=True
    )

    data_dir: Path = Path("data")
    master_key: SecretStr | None = None
    """Base64 of 32 bytes that wrap every person's key; unset: `master.key` in the data folder, made at first start."""
    log_level: str = "INFO"
    send_rate: float = Field(default=1.0, ge=0)
    """Multiplies the rates at which platforms are sent to (a bot with raised limits: above 1); 0: no limits."""
    redis: Redis = Redis()
    llm: LLM = LLM()
    telegram: Telegram = Telegram()
    discord: Discord = Discord()
    web: Web = Web()
