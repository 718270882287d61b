import DjetJSON
import DjetModel

/// A queue that a command has paused, resumed or limited.
struct ChangedQueue: Encodable {
    let queue: String
    /// True if it is paused now; nil if the command has limited it.
    var isPaused: Bool?
    /// False if it was in this state before; nil as well.
    var isChanged: Bool?
    /// The limits that it has now; nil if the command was about something else.
    var limit: QueueLimit?

    /// Prints the queue as JSON, or else the sentence. The doubt stands behind it, or apart from the JSON.
    func show(json: Bool, _ sentence: String, doubt: String) throws {
        guard json else { return Terminal.output.line(sentence + doubt) }
        Terminal.output.line(try JSON.text(of: self))
        if !doubt.isEmpty { Terminal.error.line(String(doubt.drop { $0 == " " })) }
    }
}
