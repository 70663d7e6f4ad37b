import Bitrix24
import JSON

/// What the results of a portal's methods are documented to be.
public struct ResultShapes: Sendable {
    /// The shape of a call's `result`.
    public let result: @Sendable (PortalCall) -> JSONShape
    /// The shape of an item of a list.
    public let item: @Sendable (ListRequest) -> JSONShape

    /// Shapes that are looked up for each call and for each list.
    public init(
        result: @escaping @Sendable (PortalCall) -> JSONShape, item: @escaping @Sendable (ListRequest) -> JSONShape
    ) {
        self.result = result
        self.item = item
    }

    /// What is documented of a portal's methods, and what the portal says of its own fields.
    init(of portal: Portal) {
        let types = portal.types
        self.init(result: { types.result(of: $0) }, item: { types.item(of: $0) })
    }
}
