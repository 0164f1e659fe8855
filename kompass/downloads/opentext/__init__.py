"""The parts an OpenDocument text is made of: fields, tables, styles and frame."""
