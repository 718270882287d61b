import DjetModel
import DjetStore
import DjetTestSupport
import Foundation
import Testing

/// The value of a signal may be of any type, with others nested in it.
@Suite struct SignalValueTests {
    struct Delivery: Codable, Hashable, Sendable {
        enum Carrier: String, Codable, Sendable, CaseIterable {
            case post, courier
        }

        struct Parcel: Codable, Hashable, Sendable {
            var name: String
            var weight: Decimal
            var note: String?
        }

        var carrier: Carrier
        var due: Date
        var returned: Date?
        var parcels: [Parcel]
    }

    /// Returns the delivery that it waits for.
    struct Receive: ModelFunction {
        static let name = "test.receive"
        static let commit = Commit.stepwise

        func run(in model: Model) async throws -> Delivery {
            try await model.signal("delivery", as: Delivery.self, within: .seconds(3600))
        }
    }

    static let delivery = Delivery(
        carrier: .courier, due: Date(timeIntervalSince1970: 1_800_000_000.25), returned: nil,
        parcels: [
            .init(name: "“Æbler” \\ \"pærer\"\n", weight: Decimal(string: "0.1") ?? 0, note: nil),
            .init(
                name: "", weight: Decimal(string: "-12345678901234567890.123456789") ?? 0, note: "two of two"),
        ])

    @Test func itArrivesAsItWasSent() async throws {
        try await withWorker(of: [Receive.self]) { database, model in
            let early = try await model.offload(Receive())
            try await database.job(of: early) { $0.status == .scheduled }
            let late = try await model.offload(Receive())
            for ticket in [early, late] {
                try await model.sendSignal("delivery", Self.delivery, to: ticket.id)
                let value = try await ticket.value
                #expect(value == Self.delivery)
            }
        }
    }

    @Test func itArrivesFromSQL() async throws {
        try await withWorker(of: [Receive.self]) { database, model in
            let ticket = try await model.offload(Receive())
            let parcels = #"""
                [
                  {"name": "“Æbler” \\ \"pærer\"\n", "weight": 0.1},
                  {"name": "", "weight": -12345678901234567890.123456789, "note": "two of two"}
                ]
                """#
            let isNew = try await database.store.first(
                """
                select jobmachine.signal(\(ticket.id.number), 'delivery', jsonb_build_object(
                  'carrier', 'courier', 'due', '2027-01-15T08:00:00.25Z', 'returned', null,
                  'parcels', \(parcels)::jsonb))
                """, as: Bool.self)
            #expect(isNew == true)
            let value = try await ticket.value
            #expect(value == Self.delivery)
        }
    }
}
