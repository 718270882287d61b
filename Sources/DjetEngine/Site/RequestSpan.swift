import HTTPTypes
import Hummingbird
import Tracing

/// The span of a request, in the trace of whoever sent it. It names the route rather than the path, which may
/// hold a secret.
enum RequestSpan {
    static func around(_ request: Request, _ body: () async -> RoutedResponse) async -> Response {
        var context = ServiceContext.topLevel
        InstrumentationSystem.instrument.extract(request.headers, into: &context, using: HeaderExtractor())
        let method = RequestMetrics.known(request.method)
        return await withSpan(method, context: context, ofKind: .server) { span in
            let answer = await body()
            span.operationName = "\(method) \(answer.basetype) \(answer.route)"
            span.updateAttributes { attributes in
                attributes["http.request.method"] = method
                attributes["http.route"] = "\(answer.basetype) \(answer.route)"
                attributes["http.response.status_code"] = answer.status
            }
            if answer.status >= 500 { span.setStatus(SpanStatus(code: .error)) }
            return answer.response
        }
    }
}

/// Reads the headers of a trace. Each is measured first: it comes from outside, and goes into the row of each
/// job that the request offloads.
private struct HeaderExtractor: Extractor {
    /// The longest header that is read, in bytes.
    static let longest = 1_024

    func extract(key: String, from headers: HTTPFields) -> String? {
        guard let name = HTTPField.Name(key), let value = headers[name], value.utf8.count <= Self.longest
        else { return nil }
        return value
    }
}
