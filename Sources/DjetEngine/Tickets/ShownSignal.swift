import DjetModel
import Foundation

/// A signal of a job, without its value: one that was sent, or one that the job waits for.
struct ShownSignal: Codable, Sendable {
    var name: String
    /// True if the job does nothing until the signal comes, or until the wait is over.
    var isParked: Bool
    /// The time at which the wait is over; null if the signal was sent.
    var endsAt: Date?
    /// The time when the job was told that the wait is over; null if it was not.
    var timedOutAt: Date?
    /// The time when the signal was sent; null if it was not.
    var sentAt: Date?
    var sentBy: String?
    /// The address that sends the signal; null if it cannot be sent, or not by this visitor.
    var sendPath: String?

    /// Creates the view of a signal of the job whose page has this path.
    init(_ signal: SignalRecord, below path: String, _ visit: Visit) {
        name = signal.name
        isParked = signal.isParked
        endsAt = signal.endsAt
        timedOutAt = signal.timedOutAt
        sentAt = signal.sentAt
        sentBy = signal.sentBy
        sendPath = signal.isAwaited && visit.may(.signal) ? "\(path)/signals/\(signal.name)" : nil
    }
}
