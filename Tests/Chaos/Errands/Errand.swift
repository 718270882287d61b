import DjetModel
import DjetStore
import Foundation

/// A function of the run. It leaves rows, so that the tables tell how often it ran, and returns twice its
/// number; a question returns its answer.
protocol Errand: ModelFunction where Output == Int {
    /// The number of the errand, unique in the run.
    var number: Int { get }
    /// The milliseconds that it pauses in the middle of its work.
    var pause: Int { get }

    init(number: Int, pause: Int)
}

extension Errand {
    /// Allows more attempts than any errand needs: one that faults hit again and again is not to blame.
    static var retry: Retry { Retry(attempts: 200, first: .milliseconds(50), maximum: .seconds(1)) }

    var value: Int { number * 2 }

    func dawdle() async throws {
        if pause > 0 { try await Task.sleep(for: .milliseconds(pause)) }
    }
}

/// The functions that the workers of the run know.
let errandTypes: [any ModelFunction.Type] = [
    Booking.self, QuickBooking.self, Journey.self, Letter.self, Dispatch.self, Parcel.self, Sale.self,
    Refusal.self, Appeal.self, Scarce.self, Sole.self, Question.self, Answer.self, Offer.self, Crate.self,
    Manifest.self, Tick.self,
]
