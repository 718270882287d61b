/// Imports a CSV file of products: each line creates or changes one. See ``ImportRows``.
///
/// Columns are found by their names in any order: code, name, unit, tax class, stocked, active or
/// discontinued, supplier, category. Only the code is needed. An empty field changes nothing.
public typealias ImportProducts = ImportRows<ProductRows>

/// The rows of a file of products.
public enum ProductRows: ImportedRows {
    /// The name `sales.import-products`.
    public static let function = "sales.import-products"

    /// The columns.
    public static let shape = RowShape(
        kind: "product",
        ImportSubject(function: function, things: "products", lines: "a line for each product"),
        [
            RowColumn(
                "code", "code", "product code", "product id", "product no", "product number", "stock code",
                "item code", "sku"),
            RowColumn("name", "name", "product name", "description", "product description", use: .prose),
            RowColumn("unit", "unit", "unit code", "uom"),
            RowColumn("taxClass", "tax class"),
            RowColumn("isStocked", "stocked", "is stocked"),
            RowColumn("isActive", "active", "is active"),
            RowColumn("isDiscontinued", "discontinued"),
            RowColumn("supplier", "supplier", "supplier code", "supplier id", "supplier no"),
            RowColumn("category", "category", "category id", "product group"),
        ])
}
