public import DjetModel
import DjetStore
public import HTTPTypes
public import Hummingbird
import NIOCore

/// What a route answers.
public struct Reply: Sendable {
    enum Content: Sendable {
        case empty
        case page(template: String, title: String, data: any Encodable & Sendable)
        case done(path: String, data: any Encodable & Sendable)
        case ticket(TicketID)
        case bytes(ByteBuffer)
        case stream(length: Int?, Write)
    }

    /// Writes a body as it comes.
    public typealias Write = @concurrent @Sendable (inout any ResponseBodyWriter) async throws -> Void

    /// The status.
    public var status: HTTPResponse.Status
    /// What else stands at its head.
    public var headers: HTTPFields
    let content: Content
    /// Whether it lasts as long as its client, as an event stream does, and not as long as a transfer may at the most.
    var isEndless = false

    init(_ status: HTTPResponse.Status, _ headers: HTTPFields = [:], _ content: Content = .empty) {
        self.status = status
        self.headers = headers
        self.content = content
    }
}

extension Reply {
    /// A page: HTML made of the data by a template for people, the data as JSON for programs.
    public static func page(
        _ template: String, title: String, _ data: some Encodable & Sendable,
        status: HTTPResponse.Status = .ok
    ) -> Reply {
        Reply(status, [:], .page(template: template, title: title, data: data))
    }

    /// That something was done: people are sent on to a page (303), programs get the data.
    public static func done(_ path: String, _ data: some Encodable & Sendable) -> Reply {
        Reply(.ok, [:], .done(path: path, data: data))
    }

    /// That something will be done: people are sent on to the ticket's page (303), programs get 202 and the
    /// ticket.
    public static func accepted(_ ticket: TicketID) -> Reply {
        Reply(.accepted, [:], .ticket(ticket))
    }

    /// Another place: 303 unless told otherwise.
    public static func redirect(_ path: String, status: HTTPResponse.Status = .seeOther) -> Reply {
        Reply(status, [.location: path])
    }

    /// Text of a media type, as it is.
    public static func text(_ text: String, mediaType: String = "text/plain; charset=utf-8") -> Reply {
        Reply(.ok, [.contentType: mediaType], .bytes(ByteBuffer(string: text)))
    }

    /// A value as JSON, whatever the client would rather read.
    public static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Reply {
        let text = try JSON.text(of: value)
        return Reply(status, [.contentType: MediaName.json], .bytes(ByteBuffer(string: text)))
    }

    /// A body that is written as it comes. A closure that ends without `finish` breaks the connection off,
    /// which tells the client that something is missing.
    public static func stream(
        mediaType: String, contentLength: Int? = nil, status: HTTPResponse.Status = .ok,
        _ write: @escaping Write
    ) -> Reply {
        Reply(status, [.contentType: mediaType], .stream(length: contentLength, write))
    }

    /// Nothing: 204.
    public static var noContent: Reply { Reply(.noContent) }

    /// The same with one more header.
    public func with(_ name: HTTPField.Name, _ value: String) -> Reply {
        var copy = self
        copy.headers[name] = value
        return copy
    }
}
