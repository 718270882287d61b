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
        case .refused: "the name or the password is wrong"
        case .wrongCode: "the code is wrong, has expired, or was already used"
        case .wait(let seconds):
            "there were too many failed attempts: try again in \(seconds) second\(seconds == 1 ? "" : "s")"
        }
    }
}
