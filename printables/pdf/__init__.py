"""PDF files: WeasyPrint, text layer, imposition."""
