import DjetStore

/// Creates or changes a product. What is nil stays as it is; ``clear`` empties.
///
/// - Throws: ``ModelError/invalid(_:)``, whose text begins with the name of the field, for a unit or a
///   supplier that does not exist, a text that is too long, ….
public struct SetProduct: ModelFunction {
    /// The name `sales.set-product`.
    public static let name = "sales.set-product"

    /// The hints of its form.
    public static let hints = [
        "unit": "By UN/ECE Recommendation 20: H87 is a piece, KGM a kilogram",
        "supplier": "The supplier's code", "clear": "The fields to empty",
    ]

    /// A field that can be emptied.
    public enum Field: String, Codable, Sendable, CaseIterable {
        /// The field of this name.
        case name, unit, taxClass, supplier, category
    }

    /// The code, at most 64 characters.
    public var code: String

    /// The name, at most 1,000 characters.
    public var name: String?

    /// The unit of quantities and prices, by UN/ECE Recommendation 20.
    public var unit: String?

    /// The kind of tax.
    public var taxClass: Product.TaxClass?

    /// True if the shop keeps it on hand.
    public var isStocked: Bool?

    /// False if it is no longer sold.
    public var isActive: Bool?

    /// The code of the supplier, who must exist.
    public var supplier: String?

    /// The group of goods, at most 100 characters.
    public var category: String?

    /// The fields to empty; a product without a name is called by its code.
    public var clear: [Field]?

    /// Creates a setting that changes nothing but what is said later.
    public init(code: String) {
        self.code = code
    }

    /// Sets the product and returns it.
    public func run(in model: Model) async throws -> Product {
        let fields = try SaidFields.text(of: self, prose: ["name"])
        return try await model.database.first(
            "select * from sales.set_product(\(fields)::jsonb)", as: Product.self,
            orThrow: .unavailable("the product was set but not returned"))
    }
}
