import DjetStore

/// Sets the time zone of the shop, whose days orders and invoices bear. It is UTC until then.
///
/// Days that are booked already do not change.
///
/// - Throws: ``ModelError/invalid(_:)`` for a time zone that does not exist.
public struct SetTimeZone: ModelFunction {
    /// The name `sales.set-time-zone`.
    public static let name = "sales.set-time-zone"

    /// The name in the IANA database, such as `Europe/Copenhagen`, or `UTC`.
    public var zone: String

    /// Creates the setting of a time zone.
    public init(zone: String) {
        self.zone = zone
    }

    /// Sets the zone, and returns its name as the IANA database spells it.
    public func run(in model: Model) async throws -> String {
        try await model.database.first(
            "select sales.set_time_zone(\(zone))", as: String.self,
            orThrow: .unavailable("the time zone was set but not returned"))
    }
}
