"""The map: a folium document in an embedded web view that asks nothing of the internet."""
