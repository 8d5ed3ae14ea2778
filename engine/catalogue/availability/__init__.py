"""Content on an earlier day: records that describe what came later are left out."""
