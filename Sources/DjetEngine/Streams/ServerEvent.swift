/// One event of an event stream, as the HTML standard defines it.
public struct ServerEvent: Sendable, Hashable {
    /// The id that the client sends when it reconnects, to go on after this event.
    public var id: String?
    /// The type of the event; nil means `message` to browsers.
    public var name: String?
    /// The data, mostly JSON.
    public var data: String

    /// Creates an event.
    public init(id: String? = nil, name: String? = nil, data: String = "{}") {
        self.id = id
        self.name = name
        self.data = data
    }

    /// The lines of the event, whatever its parts contain.
    var text: String {
        var text = ""
        if let id { text += "id: \(Self.line(id))\n" }
        if let name { text += "event: \(Self.line(name))\n" }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return text + "\n"
    }

    /// Returns the text without line breaks, which would end the field, and without NULs, which would
    /// invalidate it.
    private static func line(_ text: String) -> String {
        String(text.filter { !$0.isNewline && $0 != "\0" })
    }
}
