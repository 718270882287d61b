/// A part of a job that may be too long to show in full.
public enum JobPart: String, Codable, Sendable, CaseIterable {
    /// The arguments of the handler.
    case arguments
    /// The reply of the handler.
    case reply
    /// The progress.
    case progress
    /// The error of the last attempt.
    case error

    /// The most bytes of a part's JSON that are shown. A longer part can be downloaded.
    public static let shown = 65_536

    /// Returns the beginning of a text that is too long to show; a short one whole.
    package static func beginning(of text: String) -> String {
        guard text.utf8.count > shown else { return text }
        // An index in the middle of a character counts as the character's start.
        return String(text[..<text.utf8.index(text.startIndex, offsetBy: shown)])
    }
}
