import HTTPTypes

/// The check for requests that a browser sends on behalf of another site.
enum CrossSite {
    /// Throws `RequestError` of 403 if the request's own metadata says so.
    ///
    /// `Sec-Fetch-Site` decides if a browser sends it; otherwise `Origin` must be the requested host.
    static func refuse(_ headers: HTTPFields, host: String?) throws {
        if let site = headers[.known("Sec-Fetch-Site")] {
            guard ["same-origin", "none"].contains(site) else { throw refusal }
        } else if let origin = headers[.origin] {
            guard let host, origin == "http://\(host)" || origin == "https://\(host)" else { throw refusal }
        }
    }

    private static var refusal: RequestError {
        RequestError(.forbidden, "the request was refused: a page of another site sent it")
    }
}
