/// One event of an event stream, as the HTML standard writes it.
public struct ServerEvent: Sendable, Hashable {
    /// What the client shows when it comes again, to go on behind this event.
    public var id: String?
    /// What kind of event it is; `message` to browsers if nil.
    public var name: String?
    /// What it says, mostly JSON.
    public var data: String

    /// An event.
    public init(id: String? = nil, name: String? = nil, data: String = "{}") {
        self.id = id
        self.name = name
        self.data = data
    }

    /// Its lines, whatever its parts contain.
    var text: String {
        var text = ""
        if let id { text += "id: \(Self.line(id))\n" }
        if let name { text += "event: \(Self.line(name))\n" }
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return text + "\n"
    }

    /// A name or id ends at the end of its line; one with a NUL would be ignored.
    private static func line(_ text: String) -> String {
        String(text.filter { !$0.isNewline && $0 != "\0" })
    }
}
