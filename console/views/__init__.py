"""The screens, put together from widgets."""
