import DjetModel

extension Letter {
    /// Creates the letter that goes with a parcel.
    init(_ note: DeliveryNote) {
        let parcel = note.parcel
        self.init(
            heading: "Delivery note \(parcel.code)", day: parcel.shippedOn, from: note.seller,
            to: note.customerName ?? parcel.customer, at: note.address,
            facts: [
                ("Shipped", parcel.shippedOn.description), ("Order", parcel.orderNumber),
                ("Customer", parcel.customer), ("Carrier", parcel.carrier),
                ("Tracking number", parcel.trackingNumber),
            ],
            columns: ["Line", "Product", "Description", "Quantity"], figures: [0, 3],
            rows: parcel.lines.map {
                ["\($0.number)", $0.product, $0.description, Written.number("\($0.quantity)")]
            })
    }
}
