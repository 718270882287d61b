/// The reason why a sign-in is refused.
public enum SignInError: FinalError, Hashable, Sendable {
    /// The name or the password is wrong, or the user is disabled. The error does not tell which.
    case refused
    /// The one-time code is wrong or too old, or was used before.
    case wrongCode
    /// There were too many failures: wait this many seconds.
    case wait(seconds: Int)
}

extension SignInError: CustomStringConvertible {
    /// The message for the person.
    public var description: String {
        switch self {
        case .refused: "The name or the password is wrong."
        case .wrongCode: "The code is wrong, has expired, or was already used."
        case .wait(let seconds):
            "There were too many failed attempts. Try again in \(seconds) second\(seconds == 1 ? "" : "s")."
        }
    }
}
