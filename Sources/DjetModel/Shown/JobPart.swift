/// A part of a job that may be too long to be shown whole.
public enum JobPart: String, Codable, Sendable, CaseIterable {
    /// What it was given.
    case arguments
    /// What it answered.
    case reply
    /// How far it is.
    case progress
    /// Why the last attempt failed.
    case error

    /// As much of each as is shown, in bytes of its JSON: what is longer is there to be downloaded.
    public static let shown = 65_536

    /// The beginning of a text that is too long to be shown.
    package static func beginning(of text: String) -> String {
        guard text.utf8.count > shown else { return text }
        // In the middle of a letter the index is that of the letter.
        return String(text[..<text.utf8.index(text.startIndex, offsetBy: shown)])
    }
}
