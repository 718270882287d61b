public import Foundation

/// The error of a wait whose signal has not come in time.
///
/// A function may catch it and go on differently: each later attempt gets the same error, and the signal can
/// no longer be sent. A job that ends by it waits anew when somebody retries it.
public struct SignalTimeout: FinalError, Codable, Hashable {
    /// The name of the signal.
    public let name: String
    /// The time at which the wait was over.
    public let deadline: Date

    /// Creates the error.
    public init(name: String, deadline: Date) {
        self.name = name
        self.deadline = deadline
    }
}

extension SignalTimeout: CustomStringConvertible {
    /// The message for people.
    public var description: String { "the signal “\(name)” has not come in time" }
}
