import DjetModel
import DjetTestSupport
import Foundation
import Testing

extension Model {
    /// Places an order of these products, one line each.
    func ordered(
        _ goods: (product: String, quantity: Decimal)..., number: String? = nil
    ) async throws -> Order.ID {
        try await call(
            PlaceOrder(
                number: number,
                lines: goods.map { .init(product: $0.product, quantity: $0.quantity, unitPrice: 2) })
        ).id
    }

    /// Receives these products in the main warehouse.
    func received(_ goods: (product: String, quantity: Decimal)...) async throws {
        _ = try await call(
            ReceiveGoods(
                lines: goods.map { name, quantity in
                    StockLine(product: name, quantity: quantity, description: "Product \(name)")
                }))
    }

    /// Returns what is on hand, such as `A main 8/2`: 8 are there, of which 2 are reserved.
    func onHand() async throws -> [String] {
        try await call(ListStock()).stock.map { entry in
            "\(entry.product) \(entry.warehouse) \(entry.quantity)/\(entry.reserved)"
        }
    }

    /// Expects a call to be a conflict whose message contains these words.
    func refuses(
        _ function: some ModelFunction, _ words: String, at place: SourceLocation = #_sourceLocation
    ) async {
        let error = await #expect(throws: ModelError.self, sourceLocation: place) { try await call(function) }
        guard case .conflict(let text)? = error else {
            Issue.record("\(String(describing: error))", sourceLocation: place)
            return
        }
        #expect(text.contains(words), "\(text)", sourceLocation: place)
    }
}
