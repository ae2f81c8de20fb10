"use strict";
// Finds quotations by words, opens what a link leads into, and all for paper.
(function () {
	var box = document.getElementById("find");
	var said = document.getElementById("found");
	var rest = document.querySelector("#said .rest");
	var groups = [], folded = [], timer = 0, all = 0;

	function fold(s) {
		return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
			.toLowerCase();
	}
	function read() {
		document.querySelectorAll("#said ol").forEach(function (ol) {
			var d = ol.parentElement;
			var who = fold(d.querySelector("summary").textContent);
			var items = [];
			ol.querySelectorAll("li").forEach(function (li) {
				items.push([li, who + " " +
					fold(li.textContent)]);
			});
			all += items.length;
			groups.push([d, items, d.open]);
		});
	}
	function find() {
		var words = fold(box.value).split(/\s+/).filter(Boolean);
		var n = 0;
		if (!groups.length)
			read();
		groups.forEach(function (group) {
			var some = 0;
			group[1].forEach(function (item) {
				var on = words.every(function (w) {
					return item[1].indexOf(w) >= 0;
				});
				if (item[0].hidden === on)
					item[0].hidden = !on;
				some += on;
			});
			group[0].hidden = !some;
			n += some;
			group[1].some = some;
		});
		if (rest)
			rest.open = words.length > 0;
		groups.forEach(function (group) {
			group[0].open = words.length ? n <= 200 &&
				group[1].some > 0 : group[2];
		});
		said.textContent = words.length ?
			n + " of " + all + " quotations" : "";
	}
	function open() {
		var e = document.getElementById(location.hash.slice(1));
		var at = e;
		while (at) {
			if (at.tagName === "DETAILS")
				at.open = true;
			at = at.parentElement;
		}
		if (e)
			e.scrollIntoView();
	}

	// Lists of places are of no use on paper.
	function unfold() {
		document.querySelectorAll("details:not(.in):not([open])")
			.forEach(function (d) {
				d.open = true;
				folded.push(d);
			});
	}
	function refold() {
		folded.splice(0).forEach(function (d) {
			d.open = false;
		});
	}

	addEventListener("hashchange", open);
	addEventListener("beforeprint", unfold);
	addEventListener("afterprint", refold);
	if (location.hash)
		open();
	if (!box)
		return;
	document.getElementById("finder").hidden = false;
	box.addEventListener("input", function () {
		clearTimeout(timer);
		timer = setTimeout(find, 120);
	});
})();
