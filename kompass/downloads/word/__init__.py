"""The parts a Word file is made of: elements, content controls, tables, fields, the package around them."""
