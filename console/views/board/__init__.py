"""The wall: the big screen that shows the situation all day and that nobody touches."""
