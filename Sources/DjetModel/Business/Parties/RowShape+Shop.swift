extension RowShape {
    /// Categories of products, whose names take the place of their codes.
    static let categories = RowShape(
        kind: "category",
        ImportSubject(function: ImportShop.name, things: "categories", lines: "a line for each category"),
        [
            RowColumn("code", "category id", "category code", "code", "id"),
            RowColumn("name", "category name", "name", use: .prose),
        ])

    /// Orders without their lines.
    static let orders = RowShape(
        kind: "order",
        ImportSubject(function: ImportShop.name, things: "orders", lines: "a line for each order"),
        [
            RowColumn("number", "order id", "order number", "order no"),
            RowColumn(
                "customer", "customer id", "customer", "customer code", "customer no", "customer number"),
            RowColumn("orderedOn", "order date", "date", use: .day),
            RowColumn("freight", "freight", "shipping", "shipping costs", use: .number),
            RowColumn("deliveryLine1", "ship name", "delivery name"),
            RowColumn("deliveryLine2", "ship address", "delivery address"),
            RowColumn("deliveryPostcode", "ship postal code", "ship postcode", "delivery postcode"),
            RowColumn("deliveryCity", "ship city", "delivery city"),
            RowColumn("deliveryRegion", "ship region", "delivery region"),
            RowColumn("country", "ship country", "delivery country", "country"),
        ])

    /// The lines of orders.
    static let orderLines = RowShape(
        kind: "order-line",
        ImportSubject(function: ImportShop.name, things: "lines of orders", lines: "a line for each"),
        [
            RowColumn("number", "order id", "order number", "order no"),
            RowColumn(
                "product", "product id", "product code", "product", "product no", "product number", "sku"),
            RowColumn("quantity", "quantity", "qty", use: .number),
            RowColumn("unitPrice", "unit price", "price", use: .number),
            RowColumn("discount", "discount", use: .number),
        ])
}
