"""Everything about people: the Telegram bot and its terminal twin. Reaches plans only through `knowledge.library`."""

import gc

# A bot keeps nearly all that it loads: the collector, which would go over it again and again, looks less often.
gc.set_threshold(20_000, 20, 20)
