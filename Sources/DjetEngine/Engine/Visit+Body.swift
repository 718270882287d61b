import DjetJSON
import DjetModel
import Hummingbird

/// The body of a request.
enum VisitBody: Sendable {
    case none
    /// JSON.
    case json(JSONTree)
    /// The fields of an HTML form.
    case form([(name: String, value: String)])
    /// The bytes as they arrive, with their media type.
    case stream(RequestBody, mediaType: String)
}

extension Visit {
    /// Returns the body as a value: from JSON, or from an HTML form whose texts are converted to what the
    /// type needs.
    ///
    /// Throws `FieldErrors` or `ModelError.invalid`, which name the field.
    public func body<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        do {
            return try JSON.value(type, from: bodyTree(of: Schema.of(type)))
        } catch let error as DecodingError {
            throw ModelError.invalid("the input does not fit: \(error.sentence)")
        }
    }

    /// Returns the body as JSON of a shape. Throws `FieldErrors`, which names the fields.
    private func bodyTree(of schema: Schema) throws -> JSONTree {
        switch body {
        case .json(let tree):
            try schema.check(tree)
            return tree
        case .form(let fields): return try schema.tree(ofForm: fields.filter { $0.name != Self.csrfField })
        case .none, .stream: return .object([])
        }
    }

    /// The fields of the HTML form; nil if the body is none.
    public var form: [(name: String, value: String)]? {
        guard case .form(let fields) = body else { return nil }
        return fields
    }

    /// The fields of the body that were sent without a value: null or an empty list in JSON, nothing but
    /// blanks in a form. A list counts as a whole.
    var emptiedFields: Set<String> {
        switch body {
        case .json(.object(let members)):
            return Set(members.filter { [.word("null"), .array([])].contains($0.value) }.map(\.name))
        case .form(let fields):
            let parts = fields.map { (FieldName($0.name)?.parts.first ?? "", $0.value.isBlank) }
            let areBlank = Dictionary(parts) { $0 && $1 }
            return Set(areBlank.filter(\.value).keys)
        case .json, .none, .stream: return []
        }
    }

    /// The body as it arrives, for routes that declare a stream.
    public var bytes: BodyBytes {
        guard case .stream(let bytes, _) = body else {
            return BodyBytes(body: RequestBody(buffer: .init()), limit: 0, deadline: deadline)
        }
        return BodyBytes(body: bytes, limit: site.limits.upload, deadline: deadline)
    }

    /// The media type of the body, in full; empty if there is none.
    public var mediaType: String { headers[.contentType] ?? "" }

    /// The name of the field that carries the session's CSRF token.
    static let csrfField = "csrf"

    /// Throws `RequestError` of 403 unless a CSRF token is the session's. Only a route with a multipart
    /// stream has to call it, for the first part; all other bodies are checked before the route runs.
    public func checkCSRF(_ token: String?) throws {
        guard let session = formSession else { return }
        guard let token, Secret.areSame(token, session.csrf) else { throw notOfSession }
    }

    /// The refusal (403) of a CSRF token, worded for people with a form or for programs.
    private var notOfSession: RequestError {
        let isForm = [MediaName.form, MediaName.multipart].contains(MediaName.of(mediaType))
        guard isForm || wantsHTML else {
            return RequestError(
                .forbidden,
                """
                a request with a session cookie needs the header X-CSRF-Token: the csrf in the answer that set the \
                cookie; a request with an API token needs neither
                """)
        }
        return RequestError(
            .forbidden, "Your session has changed. Reload the page and submit again.")
    }
}

/// Compares secrets.
private enum Secret {
    /// Returns true if both texts are equal, in a time that does not tell where they begin to differ.
    static func areSame(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        guard one.count == other.count else { return false }
        return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
