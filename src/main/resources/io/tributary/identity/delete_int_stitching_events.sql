-- Run again, the stage leaves no row twice.
delete from {work}.int_stitching_events
