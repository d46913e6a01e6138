#!/usr/bin/env bash
# Install the bot as a systemd service, or bring an installed one up to this checkout. Run as root: `make up`.
#
# The program goes to /opt/so-tay-dan-van (an environment of its own, from the locked dependencies), its settings to
# /etc/so-tay-dan-van.env (from .env the first time), its data to /var/lib/so-tay-dan-van, and an archive every night
# to /var/backups/so-tay-dan-van. PREFIX puts all that under another root, without touching users or systemd.
set -euo pipefail
cd "$(dirname "$0")/.."
PREFIX=${PREFIX:-}
PYTHON=${PYTHON:-python3}
home=$PREFIX/opt/so-tay-dan-van
settings=$PREFIX/etc/so-tay-dan-van.env
units=$PREFIX/etc/systemd/system
data=$PREFIX/var/lib/so-tay-dan-van
backups=$PREFIX/var/backups/so-tay-dan-van

if [ -z "$PREFIX" ]; then
    [ "$(id -u)" = 0 ] || { echo "make up: run it as root (sudo make up)" >&2; exit 1; }
    [ -d /run/systemd/system ] || { echo "make up: no systemd here; use: docker compose -f deploy/compose.yaml up -d" >&2; exit 1; }
    id so-tay >/dev/null 2>&1 || useradd --system --home-dir /var/lib/so-tay-dan-van --shell /usr/sbin/nologin so-tay
fi

install -d -m 0755 "$home" "$units" "$(dirname "$settings")"
install -d -m 0700 "$data" "$backups"
[ -x "$home/venv/bin/python" ] || "$PYTHON" -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r deploy/requirements.txt
"$home/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --force-reinstall .
install -m 0644 README.vi.md "$home/README.vi.md"
install -m 0644 deploy/systemd/*.service deploy/systemd/*.timer "$units"
if [ ! -e "$settings" ]; then
    if [ -e .env ]; then install -m 0640 .env "$settings"; else install -m 0640 .env.example "$settings"; fi
fi
[ -n "$PREFIX" ] && { echo "installed under $PREFIX"; exit 0; }

chown root:so-tay "$settings"
chown so-tay:so-tay "$data" "$backups"
plans=$("$home/venv/bin/python" -c 'import knowledge, pathlib; print(pathlib.Path(knowledge.__file__).parent / "plans")')
runuser -u so-tay -- env DATA_DIR="$data" XDG_CACHE_HOME="$data/.cache" OMP_WAIT_POLICY=passive \
    "$home/venv/bin/python" -m ingest --if-missing "$plans"
systemctl daemon-reload
systemctl enable --quiet --now so-tay-dan-van-backup.timer
systemctl enable --quiet so-tay-dan-van.service
systemctl restart so-tay-dan-van.service
echo "the bot runs: systemctl status so-tay-dan-van; journalctl -u so-tay-dan-van"
