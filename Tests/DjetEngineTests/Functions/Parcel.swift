import DjetModel
import Foundation

/// A function that takes and returns something of each kind.
struct Parcel: ModelFunction {
    static let name = "test.parcel"

    enum Size: String, Codable, CaseIterable, Sendable { case small, large }
    struct Item: Codable, Sendable, Equatable { var what: String, weight: Decimal }

    struct Output: Codable, Sendable {
        var zone: String
        var label: String
        var weight: Decimal
        var items: [Item]
        var on: Day?
        var at: Date
        var nothing: Nothing
    }

    var to: String
    var count: Int
    var size: Size?
    var isFragile: Bool
    var on: Day?
    var items: [Item]

    func run(in model: Model) async throws -> Output {
        guard count < 100 else { throw ModelError.conflict("no car takes \(count) parcels") }
        return Output(
            zone: "<b>\(to)</b>",
            label: "\(count) × \(size?.rawValue ?? "any")\(isFragile ? ", fragile" : "")",
            weight: items.reduce(0) { $0 + $1.weight } * Decimal(count), items: items, on: on, at: model.now,
            nothing: Nothing())
    }
}
