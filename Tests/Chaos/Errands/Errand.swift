import DjetModel
import DjetStore
import Foundation

/// A function of the run. Whatever it does leaves rows, so that the tables tell how often it was done; whatever it is, it
/// returns twice its number.
protocol Errand: ModelFunction where Output == Int {
    /// One that no other job of the run has.
    var number: Int { get }
    /// For how many milliseconds it dawdles in the middle of what it does.
    var pause: Int { get }

    init(number: Int, pause: Int)
}

extension Errand {
    /// As many attempts as it takes: whoever is broken again and again is not to blame.
    static var retry: Retry { Retry(attempts: 200, first: .milliseconds(50), maximum: .seconds(1)) }

    var value: Int { number * 2 }

    func dawdle() async throws {
        if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
    }
}

/// All that workers of the run know.
let errandTypes: [any ModelFunction.Type] = [
    Booking.self, QuickBooking.self, Journey.self, Letter.self, Dispatch.self, Parcel.self, Sale.self,
    Refusal.self,
]
