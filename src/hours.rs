//! Opening hours, public holidays and durations on the calendar.
