extension RowShape {
    /// Customers or suppliers: code, name and so on, and up to two addresses.
    static func parties(_ word: String) -> RowShape {
        RowShape(
            kind: word,
            ImportSubject(
                function: "sales.import-\(word)s", things: "\(word)s", lines: "a line for each \(word)"),
            [
                RowColumn("code", "code", "\(word) code", "\(word) id", "\(word) no", "\(word) number", word),
                RowColumn("name", "name", "company name", "company", "\(word) name"),
                RowColumn("language", "language", "language code"),
                RowColumn("email", "email", "email address", "mail"),
                RowColumn("vatId", "vat id", "vat no", "vat number", "vat registration number"),
                RowColumn("paymentDays", "payment days", "terms of payment", "payment terms"),
                RowColumn("currency", "currency", "currency code"),
                RowColumn("country", "country", "country/region"),
                RowColumn("countryCode", "country code", "iso country"),
                RowColumn(
                    "invoiceLine1", "invoice address", "address", "address 1", "address line 1", "street"),
                RowColumn("invoiceLine2", "invoice address 2", "address 2", "address line 2"),
                RowColumn("invoiceLine3", "invoice address 3", "address 3", "address line 3"),
                RowColumn(
                    "invoicePostcode", "invoice postcode", "postcode", "postal code", "zip", "zip code"),
                RowColumn("invoiceCity", "invoice city", "city", "town"),
                RowColumn("invoiceRegion", "invoice region", "region", "state", "province"),
                RowColumn("invoiceCountryCode", "invoice country", "invoice country code"),
            ] + delivery)
    }

    /// The address for deliveries.
    private static let delivery = [
        RowColumn("deliveryLine1", "delivery address", "delivery address 1"),
        RowColumn("deliveryLine2", "delivery address 2"),
        RowColumn("deliveryLine3", "delivery address 3"),
        RowColumn("deliveryPostcode", "delivery postcode", "delivery postal code"),
        RowColumn("deliveryCity", "delivery city"),
        RowColumn("deliveryRegion", "delivery region"),
        RowColumn("deliveryCountryCode", "delivery country", "delivery country code"),
    ]

    /// Products.
    static let products = RowShape(
        kind: "product",
        ImportSubject(
            function: ImportProducts.name, things: "products", lines: "a line for each product"),
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

    /// Prices.
    static let prices = RowShape(
        kind: "price",
        ImportSubject(function: ImportPrices.name, things: "prices", lines: "a line for each price"),
        [
            RowColumn(
                "product", "product", "product code", "product id", "product no", "product number",
                "stock code", "item code", "sku"),
            RowColumn("list", "list", "price list"),
            RowColumn("from", "from", "valid from", "from day", use: .day),
            RowColumn("unitPrice", "unit price", "price", use: .number),
        ])

    /// Rates of tax.
    static let taxRates = RowShape(
        kind: "tax-rate",
        ImportSubject(function: ImportTaxRates.name, things: "tax rates", lines: "a line for each rate"),
        [
            RowColumn("country", "country", "country code", "iso country"),
            RowColumn("class", "class", "tax class"),
            RowColumn("from", "from", "valid from", "from day", use: .day),
            RowColumn("rate", "rate", "tax rate", "vat rate"),
        ])
}
