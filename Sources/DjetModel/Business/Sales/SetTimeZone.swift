import DjetStore

/// Sets the time zone whose days the orders and invoices of the shop bear. It is UTC until then.
///
/// What is booked already keeps its day.
///
/// - Throws: ``ModelError/invalid(_:)`` for a time zone that does not exist.
public struct SetTimeZone: ModelFunction {
    /// `sales.set-time-zone`.
    public static let name = "sales.set-time-zone"

    /// The name in the IANA database, such as `Europe/Copenhagen`, or `UTC`.
    public var zone: String

    /// The setting of a time zone.
    public init(zone: String) {
        self.zone = zone
    }

    /// Returns the name of the time zone as the IANA database spells it.
    public func run(in model: Model) async throws -> String {
        let name = try await model.database.first("select sales.set_time_zone(\(zone))", as: String.self)
        guard let name else { throw ModelError.unavailable("the time zone was set but not returned") }
        return name
    }
}
