/// How much of what a multipart body may have. The length of its parts is the business of whoever reads them.
struct MultipartLimits: Sendable {
    /// The most bytes of a part's header; also of what stands before the first part.
    var headerSize = 8_192
    /// The most parts.
    var parts = 1_000
}
