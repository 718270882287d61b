public import DjetModel
import DjetStore
import Hummingbird

extension Visit {
    /// Returns the body as a value: from JSON, or from an HTML form whose texts are converted to what the
    /// type needs.
    ///
    /// Throws `FieldErrors` or `ModelError.invalid`, which name the field.
    public func body<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        let text = try bodyJSON(of: Schema.of(type))
        do {
            return try JSON.value(type, from: text)
        } catch let error as DecodingError {
            throw ModelError.invalid("what was sent does not fit: \(error.sentence)")
        }
    }

    /// Returns the body as JSON of a shape. Throws `FieldErrors`, which names the fields.
    public func bodyJSON(of schema: Schema) throws -> String {
        switch body {
        case .json(let text):
            try schema.check(try JSONReader.tree(of: text))
            return text
        case .form(let fields): return try schema.coerce(form: fields.filter { $0.name != Self.csrfField })
        case .none, .stream: return "{}"
        }
    }

    /// The fields of the HTML form; nil if the body is none.
    public var form: [(name: String, value: String)]? {
        guard case .form(let fields) = body else { return nil }
        return fields
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

    /// Throws `Refusal` of 403 unless a CSRF token is the session's. Only a route with a multipart stream has
    /// to call it, for the first part; all other bodies are checked before the route runs.
    public func checkCSRF(_ token: String?) throws {
        guard let session = formSession else { return }
        guard let token, Secret.areSame(token, session.csrf) else { throw notOfSession }
    }

    /// The refusal (403) of a CSRF token, worded for people with a form or for programs.
    private var notOfSession: Refusal {
        let isForm = [MediaName.form, MediaName.multipart].contains(MediaName.of(mediaType))
        guard isForm || wantsHTML else {
            return Refusal(
                .forbidden,
                """
                beside the cookie of a session this takes the header X-CSRF-Token: the csrf in the answer that set the \
                cookie; an API token takes neither
                """)
        }
        return Refusal(
            .forbidden, "the form is not of your session any more: load the page again and send it anew")
    }
}
