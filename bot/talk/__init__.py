"""Questions and answers, the units and plans they are about, greetings, inline results."""
