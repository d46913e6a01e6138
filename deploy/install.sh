#!/usr/bin/env bash
# Install the bot as a systemd service, or bring an installed one up to this checkout. Run as root: `make up`.
#
# The program goes to /opt/so-tay-dan-van (an environment of its own, from the locked dependencies), its commands to
# /usr/local/bin/so-tay-dan-van, its settings to /etc/so-tay-dan-van.env (from .env the first time), its data to
# /var/lib/so-tay-dan-van, and an archive every night to /var/backups/so-tay-dan-van. PREFIX puts all that under another
# root, without touching users or systemd; SYSTEMCTL is then what is called in systemctl's place.
set -euo pipefail
cd "$(dirname "$0")/.."
PREFIX=${PREFIX:-}
PYTHON=${PYTHON:-python3}
home=$PREFIX/opt/so-tay-dan-van
settings=$PREFIX/etc/so-tay-dan-van.env
units=$PREFIX/etc/systemd/system
data=$PREFIX/var/lib/so-tay-dan-van
backups=$PREFIX/var/backups/so-tay-dan-van
command=$PREFIX/usr/local/bin/so-tay-dan-van
systemctl=systemctl
[ -z "$PREFIX" ] || systemctl=${SYSTEMCTL:-true}

if [ -z "$PREFIX" ]; then
    [ "$(id -u)" = 0 ] || { echo "make up: run it as root (sudo make up)" >&2; exit 1; }
    [ -d /run/systemd/system ] || { echo "make up: no systemd here; use Docker Compose: see deploy/compose.yaml" >&2; exit 1; }
    id so-tay >/dev/null 2>&1 || useradd --system --home-dir /var/lib/so-tay-dan-van --shell /usr/sbin/nologin so-tay
fi

install -d -m 0755 "$home" "$units" "$(dirname "$settings")" "$(dirname "$command")"
install -d -m 0700 "$data" "$backups"
[ -x "$home/venv/bin/python" ] || "$PYTHON" -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes -r deploy/requirements.txt
# Built from a copy: a build folder in the checkout would bring back modules that are gone, and root's files would stay.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R bot knowledge ingest.py pyproject.toml README.md LICENSE "$copy/"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --force-reinstall "$copy"
install -m 0644 README.vi.md "$home/README.vi.md"
install -m 0644 deploy/systemd/*.service deploy/systemd/*.timer "$units"
sed "s|@PREFIX@|$PREFIX|" deploy/so-tay-dan-van > "$command"
chmod 0755 "$command"
if [ ! -e "$settings" ]; then
    if [ -e .env ]; then install -m 0640 .env "$settings"; else install -m 0640 .env.example "$settings"; fi
fi
if [ -z "$PREFIX" ]; then
    chown root:so-tay "$settings"
    chown so-tay:so-tay "$data" "$backups"
fi

cd "$home"
plans=$("$home/venv/bin/python" -c 'import knowledge, pathlib; print(pathlib.Path(knowledge.__file__).parent / "plans")')
"$command" ingest --if-missing "$plans"
"$systemctl" daemon-reload
"$systemctl" enable --quiet --now so-tay-dan-van-backup.timer
"$systemctl" enable --quiet so-tay-dan-van.service
"$systemctl" restart so-tay-dan-van.service

if ! grep -Eq '^[[:space:]]*TELEGRAM_BOT_TOKEN[[:space:]]*=[[:space:]]*[^[:space:]]' "$settings"; then
    echo "installed, but there is no token yet: write TELEGRAM_BOT_TOKEN=... into $settings, then: systemctl restart so-tay-dan-van"
    exit 0
fi
# A wrong setting ends it after some seconds; then it is not active any more.
for _ in $(seq "${LOOKS:-15}"); do
    sleep "${PAUSE:-1}"
    "$systemctl" is-active --quiet so-tay-dan-van.service || {
        echo "make up: installed, but the bot does not run; see why: journalctl -u so-tay-dan-van -n 20" >&2
        exit 1
    }
done
echo "the bot runs; how it is: sudo so-tay-dan-van status; its log: journalctl -u so-tay-dan-van"
