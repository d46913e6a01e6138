"""/thongke: how the bot is used."""
