public import Foundation

/// The time by which a job must have begun. If it has not, it is cancelled, and whoever waits for it hears
/// `JobError.expired`.
public enum Expiry: Sendable, Hashable {
    /// At a time.
    case at(Date)
    /// So long after the offload.
    case after(Duration)

    /// Returns the time, for an offload at `now`.
    func time(from now: Date) -> Date {
        switch self {
        case .at(let time): time
        case .after(let span): now + span / .seconds(1)
        }
    }
}
