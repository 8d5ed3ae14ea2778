"""The live preview: sheets, problems and the practice page of a build in the browser."""
