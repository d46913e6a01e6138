"""[Nhắc tôi] and /nhac: reminders of duties."""
